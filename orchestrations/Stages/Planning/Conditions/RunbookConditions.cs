namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary>The closed list of conditions.</summary>
public static class RunbookConditions
{
    private static readonly Dictionary<string, IRunbookCondition> ByName = new IRunbookCondition[]
    {
        new AccountIsAtModerateRisk(),
        new AccountIsCloudOnly(),
        new AccountIsConfirmedCompromised(),
        new AccountIsDisabled(),
        new AccountIsEnabled(),
        new AccountIsGuest(),
        new AccountIsMember(),
        new AccountIsNotAtRisk(),
        new AccountHasUsageLocation(),
        new AccountHoldsNoReplacedLicence(),
        new AccountHoldsReplacedLicence(),
        new DeviceIsCompanyOwned(),
        new DeviceIsPersonallyOwned(),
        new DeviceIsCompliant(),
        new DeviceIsNotCompliant(),
        new DeviceIsPhoneOrTablet(),
        new DeviceIsComputer(),
        new DeviceHasReportedLately(),
        new TicketAsksForGuestRemoval(),
        new TicketConfirmedLost(),
        new TicketIsAboutTheft(),
        new TicketRestartNotTried(),
        new SubjectIsRequester(),
    }.ToDictionary(condition => condition.Name, StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<IRunbookCondition> All { get; } = [.. ByName.Values.OrderBy(condition => condition.Name, StringComparer.Ordinal)];

    /// <summary>The condition of that name, or null.</summary>
    public static IRunbookCondition? Find(string name) => ByName.GetValueOrDefault(name);
}
