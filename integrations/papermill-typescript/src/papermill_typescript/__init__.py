"""Parameters of papermill for TypeScript and JavaScript notebooks. Installing it is all there is to do."""
