import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./graphiql.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";

const place = document.getElementById("graphiql");
if (place) {
  const welcome = place.dataset["query"];
  createRoot(place).render(
    <GraphiQL
      fetcher={createGraphiQLFetcher({ url: "/graphql" })}
      {...(welcome ? { defaultQuery: welcome } : {})}
    />,
  );
}
