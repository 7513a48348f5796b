"""Pages that are pictures: straightened, read by several voices that have to agree."""
