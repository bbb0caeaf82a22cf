export const options = {};
export const workerOptions = {};
