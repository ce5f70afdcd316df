/// Load and comparison runs: the product beside a baseline that is measured in the same run, told as ratios.
@NullMarked
package org.jointcredit.benchmark;

import org.jspecify.annotations.NullMarked;
