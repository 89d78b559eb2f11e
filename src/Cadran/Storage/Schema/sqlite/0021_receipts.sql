-- How many answers a closed wave had, and the list of their receipts. Without row ids a list lies in its own order and tells no other.
CREATE TABLE "PublishedCounts" (
    "WaveId" TEXT NOT NULL,
    "Edition" INTEGER NOT NULL,
    "Receipts" INTEGER NOT NULL,
    "Online" INTEGER NOT NULL,
    "Channels" TEXT NOT NULL,
    "Root" TEXT NOT NULL,
    "PublishedAtUtc" TEXT NOT NULL,
    CONSTRAINT "PK_PublishedCounts" PRIMARY KEY ("WaveId", "Edition"),
    CONSTRAINT "FK_PublishedCounts_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PublishedReceipts" (
    "WaveId" TEXT NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "Edition" INTEGER NOT NULL,
    CONSTRAINT "PK_PublishedReceipts" PRIMARY KEY ("WaveId", "Fingerprint"),
    CONSTRAINT "FK_PublishedReceipts_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
) WITHOUT ROWID;
