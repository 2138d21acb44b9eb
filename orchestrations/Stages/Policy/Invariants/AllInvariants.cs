namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Every rule that no file and no setting can loosen.</summary>
public static class AllInvariants
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PolicyRule> Rules { get; } =
    [
        new KillSwitchStopsEverything(),
        new BreakGlassAccountsAreNeverTouched(),
        new PrivilegedAccountsAreNeverRemediatedAutomatically(),
        new NobodyAboveTheRoleCeilingIsRemediated(),
        new ServiceAccountsAreNeverRemediated(),
        new AccountsAtRiskAreNotLetIn(),
        new VipAccountsAreNeverRemediatedAutomatically(),
        new UnknownRequesterIsNeverRemediated(),
        new AnAbstentionIsNeverRemediated(),
        new LowConfidenceIsNeverAutomatic(),
        new WhatTheTicketDoesNotSayIsNeverPutToApproval(),
        new PlanIsTheOneThatWasHashed(),
        new PlanIsFromAKnownRunbook(),
        new EveryStepIsInTheCatalogue(),
        new TargetIsTheRequestersOwnObject(),
        new TicketsAboutOthersAreOnlyForDelegates(),
        new ApproverIsNeitherRequesterNorSubject(),
        new OperatorsNeverActOnThemselves(),
        new HighImpactStepsNeedApproval(),
        new ContainmentPlansOnlyContain(),
        new IrreversibleStepsNeedApproval(),
        new StepsThatTouchPrivacyNeedApproval(),
        new CredentialStepsNeedMoreThanATicketAsProof(),
        new CredentialsOfExecutivesNeedTwoApprovers(),
        new OthersTicketsNeverChangeCredentialsOrDevicesAutomatically(),
        new PersonalDevicesAreNeverWiped(),
        new DisabledRunbooksAreNotRun(),
        new HourlyBudgetExhaustedHandsOver(),
        new ApproversAreNeverFlooded(),
        new WhoAsksForManyPeopleIsStopped(),
        new ManyTicketsSuggestAnOutage(),
        new BulkRunbooksAreOnlyForBulkRuns(),
        new BulkRunsNeedApproval(),
        new BulkRunsHelpProtectedPeopleNever(),
        new BulkRunsDoNothingFinal(),
        new UndoIsNeverAutomatic(),
        new UndoTakesBackOnlyWhatWasDone(),
    ];
}
