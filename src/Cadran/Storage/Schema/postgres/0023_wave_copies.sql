-- Closed waves once more, column by column: made of the responses, and deleted with the first change of them.
CREATE TABLE "WaveCopies" (
    "WaveId" uuid NOT NULL,
    "Part" integer NOT NULL,
    "Content" bytea NOT NULL,
    CONSTRAINT "PK_WaveCopies" PRIMARY KEY ("WaveId", "Part"),
    CONSTRAINT "FK_WaveCopies_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);

-- Whoever adds responses adds to a count; whoever changes or deletes one need not.
CREATE FUNCTION "ForgetWaveCopy"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'Waves' THEN
        DELETE FROM "WaveCopies" WHERE "WaveId" = NEW."Id";
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM "WaveCopies" WHERE "WaveId" = OLD."WaveId";
    ELSE
        DELETE FROM "WaveCopies" WHERE "WaveId" = NEW."WaveId";
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER "WaveCopies_Responses" AFTER UPDATE OR DELETE ON "Responses"
    FOR EACH ROW EXECUTE FUNCTION "ForgetWaveCopy"();

CREATE TRIGGER "WaveCopies_Counts" AFTER INSERT OR UPDATE OR DELETE ON "ResponseCounts"
    FOR EACH ROW EXECUTE FUNCTION "ForgetWaveCopy"();

CREATE TRIGGER "WaveCopies_Imports" AFTER UPDATE OF "CommittedAtUtc", "UndoneAtUtc" ON "ResponseImports"
    FOR EACH ROW EXECUTE FUNCTION "ForgetWaveCopy"();

CREATE TRIGGER "WaveCopies_Waves" AFTER UPDATE OF "ClosesOn", "ClosedAtUtc", "VersionId" ON "Waves"
    FOR EACH ROW EXECUTE FUNCTION "ForgetWaveCopy"();
