-- Responses just acknowledged, until they are shuffled in among the others.
CREATE TABLE "Arrivals" (
    "WaveId" uuid NOT NULL,
    "Id" uuid NOT NULL,
    "Content" bytea NOT NULL,
    CONSTRAINT "PK_Arrivals" PRIMARY KEY ("WaveId", "Id"),
    CONSTRAINT "FK_Arrivals_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

-- What the server marks addresses and receipts with.
CREATE TABLE "AnswerSecrets" (
    "Id" integer NOT NULL,
    "Value" text NOT NULL,
    CONSTRAINT "PK_AnswerSecrets" PRIMARY KEY ("Id")
);
