-- What a target was measured on, so that it can be told when the answers are no longer those; who took a file back, and why.
ALTER TABLE "Targets" ADD "Cited" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "ResponseImports" ADD "UndoneBy" TEXT NULL;

ALTER TABLE "ResponseImports" ADD "UndoneReason" TEXT NULL;

-- What was corrected after it was recorded: from what to what, by whom, when and why.
ALTER TABLE "Decisions" ADD "Corrections" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Targets" ADD "Corrections" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "ImprovementActions" ADD "Corrections" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Waves" ADD "Corrections" TEXT NOT NULL DEFAULT '[]';

-- Forms sent after the session had ended, sealed with a key that only the browser has, for an hour.
CREATE TABLE "KeptForms" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_KeptForms" PRIMARY KEY,
    "UserId" TEXT NULL,
    "Sealed" TEXT NOT NULL,
    "KeptUntilUtc" TEXT NOT NULL,
    CONSTRAINT "FK_KeptForms_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_KeptForms_UserId" ON "KeptForms" ("UserId");

ALTER TABLE "ServiceStandards" ADD "Corrections" TEXT NOT NULL DEFAULT '[]';
