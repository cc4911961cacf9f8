// Stands in each room of the house, so that one still empty links.
