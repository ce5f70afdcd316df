SwaggerUIBundle({
  dom_id: '#swagger-ui',
  urls: ['collection', 'sanction', 'disclosure', 'objection'].map(name => ({ name, url: `/api/${name}/openapi` })),
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  validatorUrl: null,
});
