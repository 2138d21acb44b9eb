namespace HelpDesk.Simulator.Tenant;

/// <summary>The licences the simulated organisation has bought.</summary>
public static class KnownSkus
{
    /// <summary>Microsoft 365 E3: everybody with a usage location has it.</summary>
    public const string Office = "05e9a617-0261-4cee-bb44-138d3ef5d965";

    /// <summary>Visio Plan 2: seats are free.</summary>
    public const string Visio = "38b434d2-a15e-4cde-9a98-e737c75623e1";

    /// <summary>Visio Plan 1: excludes Visio Plan 2.</summary>
    public const string VisioSmall = "4b244418-9658-4451-a2b8-b5e2b364e9bd";

    /// <summary>Project Plan 3: no seat is free.</summary>
    public const string Project = "53818b1b-4a27-454b-8896-0dba576410e6";

    /// <summary>Office 365 E1: excludes Microsoft 365 E3, whose mailbox is another.</summary>
    public const string OfficeSmall = "18181a46-0d4e-45cd-891e-60aabd171b4e";

    /// <summary>Teams Phone: an add-on, whose plan depends on Teams.</summary>
    public const string Phone = "e43b5b99-8dfb-405f-9987-dc307f34bcbd";

    private const string PhonePlan = "4828c8ec-dc2e-4779-b502-87ac9ce28ab7";

    // Of each of these a user can have one only.
    private static readonly string[][] Exclusive = [["EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_STANDARD"]];

    private const string Teams = "57ff2da0-773e-42df-b2af-ffb7a2317929";
    private const string VisioOnline = "2bdbaf8f-738f-4ac7-9234-3c3ee2ce7d0f";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SimulatedSku> All { get; } =
    [
        new(Office, "SPE_E3", 1000, Plans(("efb87545-963c-4e0d-99df-69c6916d9eb0", "EXCHANGE_S_ENTERPRISE"), (Teams, "TEAMS1"))),
        new(Visio, "VISIOCLIENT", 40, Plans(("663a804f-1c30-4ff0-9915-9db84f0d1cea", "VISIO_CLIENT_SUBSCRIPTION"), (VisioOnline, "VISIOONLINE"))),
        new(VisioSmall, "VISIOONLINE_PLAN1", 25, Plans((VisioOnline, "VISIOONLINE"))),
        new(OfficeSmall, "STANDARDPACK", 50, Plans(("9aaf7827-d63c-4b61-89c3-182f06f82e5c", "EXCHANGE_S_STANDARD"), (Teams, "TEAMS1"))),
        new(Phone, "MCOEV", 30, Plans((PhonePlan, "MCOEV"))),
        new(Project, "PROJECTPROFESSIONAL", 10, Plans(("fafd7243-e5c1-4a3a-9e40-495efcb1d3c3", "PROJECT_CLIENT_SUBSCRIPTION"))),
    ];

    /// <summary>The plan without which a plan cannot be had; null when it stands alone.</summary>
    internal static string? NeedOf(string planId) => planId == PhonePlan ? Teams : null;

    /// <summary>True when nobody can have both plans.</summary>
    internal static bool Exclude(string one, string other) =>
        one != other && Exclusive.Any(names => names.Contains(one, StringComparer.Ordinal) && names.Contains(other, StringComparer.Ordinal));

    private static Dictionary<string, string> Plans(params (string Id, string Name)[] plans) =>
        plans.ToDictionary(plan => plan.Id, plan => plan.Name, StringComparer.Ordinal);
}
