-- What a target was measured on, so that it can be told when the answers are no longer those; who took a file back, and why.
ALTER TABLE "Targets" ADD "Cited" text NOT NULL DEFAULT '[]';

ALTER TABLE "ResponseImports" ADD "UndoneBy" character varying(256);

ALTER TABLE "ResponseImports" ADD "UndoneReason" character varying(500);

-- What was corrected after it was recorded: from what to what, by whom, when and why.
ALTER TABLE "Decisions" ADD "Corrections" text NOT NULL DEFAULT '[]';

ALTER TABLE "Targets" ADD "Corrections" text NOT NULL DEFAULT '[]';

ALTER TABLE "ImprovementActions" ADD "Corrections" text NOT NULL DEFAULT '[]';

ALTER TABLE "Waves" ADD "Corrections" text NOT NULL DEFAULT '[]';

-- Forms sent after the session had ended, sealed with a key that only the browser has, for an hour.
CREATE TABLE "KeptForms" (
    "Id" character varying(64) NOT NULL,
    "UserId" uuid,
    "Sealed" text NOT NULL,
    "KeptUntilUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_KeptForms" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_KeptForms_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_KeptForms_UserId" ON "KeptForms" ("UserId");

ALTER TABLE "ServiceStandards" ADD "Corrections" text NOT NULL DEFAULT '[]';
