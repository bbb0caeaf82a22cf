module scrapbookreader

go 1.24
