"""核对与导出: what is left to do, this year beside last, and the ways out."""
