"""What daily work adds up to: the monthly report of a district to the province."""
