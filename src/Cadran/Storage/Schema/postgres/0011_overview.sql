-- How often an organisation measures, when people were last here, and the account of whoever answers for an action.
ALTER TABLE "Organisations" ADD "CycleMonths" integer;

ALTER TABLE "ImprovementActions" ADD "OwnerId" uuid
    CONSTRAINT "FK_ImprovementActions_Users_OwnerId" REFERENCES "Users" ("Id") ON DELETE RESTRICT;

CREATE INDEX "IX_ImprovementActions_OwnerId" ON "ImprovementActions" ("OwnerId");

ALTER TABLE "Users" ADD "SeenAtUtc" timestamp with time zone;

ALTER TABLE "Users" ADD "VisitBeforeAtUtc" timestamp with time zone;
