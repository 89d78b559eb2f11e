-- Closed waves once more, column by column: made of the responses, and deleted with the first change of them.
CREATE TABLE "WaveCopies" (
    "WaveId" TEXT NOT NULL,
    "Part" INTEGER NOT NULL,
    "Content" BLOB NOT NULL,
    CONSTRAINT "PK_WaveCopies" PRIMARY KEY ("WaveId", "Part"),
    CONSTRAINT "FK_WaveCopies_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);

-- Whoever adds responses adds to a count; whoever changes or deletes one need not.
CREATE TRIGGER "WaveCopies_ResponseChanged" AFTER UPDATE ON "Responses"
BEGIN
    DELETE FROM "WaveCopies" WHERE "WaveId" = OLD."WaveId";
END;

CREATE TRIGGER "WaveCopies_ResponseDeleted" AFTER DELETE ON "Responses"
BEGIN
    DELETE FROM "WaveCopies" WHERE "WaveId" = OLD."WaveId";
END;

CREATE TRIGGER "WaveCopies_CountAdded" AFTER INSERT ON "ResponseCounts"
BEGIN
    DELETE FROM "WaveCopies" WHERE "WaveId" = NEW."WaveId";
END;

CREATE TRIGGER "WaveCopies_CountChanged" AFTER UPDATE ON "ResponseCounts"
BEGIN
    DELETE FROM "WaveCopies" WHERE "WaveId" = NEW."WaveId";
END;

CREATE TRIGGER "WaveCopies_CountDeleted" AFTER DELETE ON "ResponseCounts"
BEGIN
    DELETE FROM "WaveCopies" WHERE "WaveId" = OLD."WaveId";
END;

CREATE TRIGGER "WaveCopies_ImportChanged" AFTER UPDATE OF "CommittedAtUtc", "UndoneAtUtc" ON "ResponseImports"
BEGIN
    DELETE FROM "WaveCopies" WHERE "WaveId" = NEW."WaveId";
END;

CREATE TRIGGER "WaveCopies_WaveChanged" AFTER UPDATE OF "ClosesOn", "ClosedAtUtc", "VersionId" ON "Waves"
BEGIN
    DELETE FROM "WaveCopies" WHERE "WaveId" = NEW."Id";
END;
