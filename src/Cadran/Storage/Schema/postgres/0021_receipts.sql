-- How many answers a closed wave had, and the list of their receipts, written in its own order.
CREATE TABLE "PublishedCounts" (
    "WaveId" uuid NOT NULL,
    "Edition" integer NOT NULL,
    "Receipts" bigint NOT NULL,
    "Online" bigint NOT NULL,
    "Channels" text NOT NULL,
    "Root" character varying(64) NOT NULL,
    "PublishedAtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_PublishedCounts" PRIMARY KEY ("WaveId", "Edition"),
    CONSTRAINT "FK_PublishedCounts_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PublishedReceipts" (
    "WaveId" uuid NOT NULL,
    "Fingerprint" character varying(64) NOT NULL,
    "Edition" integer NOT NULL,
    CONSTRAINT "PK_PublishedReceipts" PRIMARY KEY ("WaveId", "Fingerprint"),
    CONSTRAINT "FK_PublishedReceipts_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);
