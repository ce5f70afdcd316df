// a file as Vite names them
