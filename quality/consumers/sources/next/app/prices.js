"use client";

import { pandas } from "@scrapbook/encoders-pandas";
import { useEffect, useState } from "react";

export function Prices({ data, values }) {
  const [found, setFound] = useState("");
  useEffect(() => {
    const encoder = pandas();
    encoder
      .load()
      .then(() => {
        const prices = encoder.decode(data);
        const frame = prices.rows({ index: true }).slice(0, 1);
        return JSON.stringify({ ...values, length: prices.length, frame });
      })
      .then(setFound, (error) => setFound(`${error}`));
  }, [data, values]);
  return <pre id="found">{found}</pre>;
}
