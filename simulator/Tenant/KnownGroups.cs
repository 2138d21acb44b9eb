namespace HelpDesk.Simulator.Tenant;

/// <summary>Groups that the shipped policy names, and one of every kind that refuses changes.</summary>
public static class KnownGroups
{
    /// <summary>Security approvers.</summary>
    public const string Security = "11111111-0000-4000-8000-000000000001";

    /// <summary>Service desk leads.</summary>
    public const string ServiceDesk = "11111111-0000-4000-8000-000000000002";

    /// <summary>IT managers.</summary>
    public const string ItManagers = "11111111-0000-4000-8000-000000000003";

    /// <summary>Application owners.</summary>
    public const string AccessOwners = "11111111-0000-4000-8000-000000000004";

    /// <summary>VIPs.</summary>
    public const string Vip = "11111111-0000-4000-8000-000000000005";

    /// <summary>Break-glass accounts.</summary>
    public const string BreakGlass = "11111111-0000-4000-8000-000000000006";

    /// <summary>People with reach: payments, administration, the management.</summary>
    public const string Reach = "11111111-0000-4000-8000-000000000007";

    /// <summary>Who may use the VPN.</summary>
    public const string Vpn = "11111111-0000-4000-8000-000000000010";

    /// <summary>Who may use the CRM; one member is a group.</summary>
    public const string Crm = "11111111-0000-4000-8000-000000000011";

    /// <summary>A group inside the CRM group.</summary>
    public static readonly string CrmTeam = StableId.Of("group/crm-team");

    /// <summary>A project with a partner; a guest is in it.</summary>
    public static readonly string PartnerProject = StableId.Of("group/partner-project");

    /// <summary>Dynamic: everybody.</summary>
    public static readonly string Everybody = StableId.Of("group/everybody");

    /// <summary>May hold a directory role, and holds one.</summary>
    public static readonly string RoleAssignable = StableId.Of("group/role-assignable");

    /// <summary>Synchronised from on premises.</summary>
    public static readonly string Synced = StableId.Of("group/synced");

    /// <summary>Mail-enabled security group.</summary>
    public static readonly string MailEnabled = StableId.Of("group/mail-enabled");

    /// <summary>All groups with their members at the start.</summary>
    internal static IReadOnlyList<SimulatedGroup> Make(IReadOnlyList<SimulatedPerson> people) =>
    [
        new(Security, "Security approvers", Ids(KnownPeople.SecurityApprover, KnownPeople.SecondSecurityApprover, KnownPeople.ThirdSecurityApprover)),
        new(ServiceDesk, "Service desk leads", Ids(KnownPeople.ServiceDeskLead, KnownPeople.SecondServiceDeskLead)),
        new(ItManagers, "IT managers", Ids(KnownPeople.ItManager, KnownPeople.SecondItManager)),
        new(AccessOwners, "Application owners", Ids(KnownPeople.ApplicationOwner, KnownPeople.SecondApplicationOwner)),
        new(Vip, "VIP", Ids(KnownPeople.ChiefExecutive)),
        new(BreakGlass, "Break-glass accounts", Ids(KnownPeople.BreakGlass)),
        new(Reach, "People with reach", [.. people.Where(HasReach).Select(person => person.Id)]),
        new(Vpn, "VPN users", [.. people.Where((person, index) => index % 5 == 0 && !KnownPeople.All.Contains(person)).Select(person => person.Id)]),
        new(Crm, "CRM users", [KnownPeople.ApplicationOwner.Id, CrmTeam]),
        new(CrmTeam, "CRM team", Ids(KnownPeople.GermanRequester)),
        new(PartnerProject, "Partner project", Ids(KnownPeople.Guest)),
        new(Everybody, "Everybody", [.. people.Where(person => !person.IsFunctional && !person.IsGuest).Select(person => person.Id)]) { IsDynamic = true },
        new(RoleAssignable, "Helpdesk administrators", Ids(KnownPeople.PrivilegedThroughGroup)) { IsRoleAssignable = true },
        new(Synced, "File server users", Ids(KnownPeople.Synced)) { IsSynced = true },
        new(MailEnabled, "All of Finance", [.. people.Where(person => person.Department == "Finance").Select(person => person.Id)]) { IsMailEnabled = true },
    ];

    // Who leads, and who pays or administers for others; not everybody who works in Finance or IT.
    private static bool HasReach(SimulatedPerson person) =>
        person.JobTitle.StartsWith("Chief", StringComparison.Ordinal) || person.JobTitle.StartsWith("Head of", StringComparison.Ordinal)
        || (person.Department is "Finance" && person.JobTitle is "Finance Manager" or "Controller" or "Team Lead")
        || (person.Department is "IT" && person.JobTitle is "IT Manager" or "Cloud Administrator" or "Administrator" or "Service Desk Lead");

    private static string[] Ids(params SimulatedPerson[] people) => [.. people.Select(person => person.Id)];
}
