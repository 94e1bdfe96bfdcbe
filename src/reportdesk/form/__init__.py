"""What a form is: editions as data, and the values that its blanks take."""
