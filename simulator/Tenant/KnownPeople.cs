namespace HelpDesk.Simulator.Tenant;

/// <summary>The people whom demos and tests know by name; each stands for one situation.</summary>
public static class KnownPeople
{
    /// <summary>Mail domain of the organisation.</summary>
    public const string Domain = "contoso.example";

    /// <summary>Chief executive officer, at the top of the tree and a VIP.</summary>
    public static readonly SimulatedPerson ChiefExecutive = Make("Victoria", "Stone", "en", "GB", "Executive", "Chief Executive Officer", null);

    /// <summary>Security approver.</summary>
    public static readonly SimulatedPerson SecurityApprover = Make("Sofia", "Marin", "es", "ES", "Security", "Security Lead", ChiefExecutive);

    /// <summary>Second security approver, for a quorum of two.</summary>
    public static readonly SimulatedPerson SecondSecurityApprover = Make("Tobias", "Brandt", "de", "DE", "Security", "Security Analyst", SecurityApprover);

    /// <summary>Third security approver.</summary>
    public static readonly SimulatedPerson ThirdSecurityApprover = Make("Helen", "Cross", "en", "GB", "Security", "Security Analyst", SecurityApprover);

    /// <summary>IT manager.</summary>
    public static readonly SimulatedPerson ItManager = Make("Martin", "Keller", "de", "CH", "IT", "Head of IT", ChiefExecutive);

    /// <summary>Second IT manager.</summary>
    public static readonly SimulatedPerson SecondItManager = Make("Claire", "Dubois", "fr", "FR", "IT", "IT Manager", ItManager);

    /// <summary>Service desk lead.</summary>
    public static readonly SimulatedPerson ServiceDeskLead = Make("Priya", "Nair", "en", "GB", "IT", "Service Desk Lead", ItManager);

    /// <summary>Second service desk lead.</summary>
    public static readonly SimulatedPerson SecondServiceDeskLead = Make("Lucas", "Weber", "de", "DE", "IT", "Service Desk Lead", ItManager);

    /// <summary>Application owner.</summary>
    public static readonly SimulatedPerson ApplicationOwner = Make("Diego", "Torres", "es", "ES", "Sales", "CRM Owner", ChiefExecutive);

    /// <summary>Second application owner.</summary>
    public static readonly SimulatedPerson SecondApplicationOwner = Make("Anna", "Schmidt", "de", "DE", "Finance", "Licence Owner", ChiefExecutive);

    /// <summary>Manager of Amy Poe.</summary>
    public static readonly SimulatedPerson FinanceManager = Make("Grace", "Hill", "en", "GB", "Finance", "Finance Manager", ChiefExecutive);

    /// <summary>The requester of the shipped Jira sample; her only device is LON-LT-0421.</summary>
    public static readonly SimulatedPerson AmyPoe = Make("Amy", "Poe", "en", "GB", "Finance", "Accountant", FinanceManager);

    /// <summary>A requester who writes German.</summary>
    public static readonly SimulatedPerson GermanRequester = Make("Jonas", "Vogel", "de", "DE", "Sales", "Account Manager", ApplicationOwner);

    /// <summary>A requester who writes Spanish.</summary>
    public static readonly SimulatedPerson SpanishRequester = Make("Carmen", "Ruiz", "es", "MX", "Sales", "Account Manager", ApplicationOwner);

    /// <summary>A requester who writes French.</summary>
    public static readonly SimulatedPerson FrenchRequester = Make("Luc", "Martin", "fr", "BE", "Finance", "Controller", FinanceManager);

    /// <summary>Global Administrator: privileged by a direct role assignment.</summary>
    public static readonly SimulatedPerson GlobalAdministrator = Make("Adam", "Rootwell", "en", "US", "IT", "Cloud Administrator", ItManager);

    /// <summary>Privileged only through a role-assignable group.</summary>
    public static readonly SimulatedPerson PrivilegedThroughGroup = Make("Ruth", "Groupes", "fr", "FR", "IT", "Administrator", ItManager);

    /// <summary>Mastered in Active Directory on premises.</summary>
    public static readonly SimulatedPerson Synced = Make("Samuel", "Synnott", "en", "IE", "Operations", "Planner", FinanceManager) with { IsSynced = true };

    /// <summary>Cannot sign in.</summary>
    public static readonly SimulatedPerson Disabled = Make("Dora", "Leaver", "en", "US", "Operations", "Planner", FinanceManager) with { AccountEnabled = false };

    /// <summary>Has no manager.</summary>
    public static readonly SimulatedPerson WithoutManager = Make("Noah", "Solo", "en", "US", "Operations", "Consultant", null);

    /// <summary>Has no device.</summary>
    public static readonly SimulatedPerson WithoutDevice = Make("Nina", "Feldmann", "de", "AT", "Operations", "Warehouse Clerk", FinanceManager);

    /// <summary>Has two laptops, so that a ticket must say which.</summary>
    public static readonly SimulatedPerson WithTwoDevices = Make("Theo", "Zweig", "de", "DE", "Engineering", "Engineer", ItManager);

    /// <summary>Has no usage location, which a licence needs.</summary>
    public static readonly SimulatedPerson WithoutUsageLocation = Make("Lena", "Ortlos", "de", null, "Engineering", "Engineer", ItManager);

    /// <summary>Entra ID Protection holds the account to be at risk.</summary>
    public static readonly SimulatedPerson AtRisk = Make("Rita", "Riesgo", "es", "ES", "Engineering", "Engineer", ItManager);

    /// <summary>One of two people of the same name.</summary>
    public static readonly SimulatedPerson FirstNamesake = Make("John", "Smith", "en", "GB", "Engineering", "Engineer", ItManager);

    /// <summary>The other of two people of the same name.</summary>
    public static readonly SimulatedPerson SecondNamesake = Make("John", "Smith", "en", "US", "Sales", "Account Manager", ApplicationOwner, "john.smith2");

    /// <summary>A guest of another organisation, in a group of ours; the application owner answers for her.</summary>
    public static readonly SimulatedPerson Guest =
        Make("Gina", "Partner", "en", "US", "Partners", "Consultant", ApplicationOwner, "gina_partner.example#EXT#") with { IsGuest = true, Mail = "gina@partner.example" };

    /// <summary>Break-glass account: no mailbox, Global Administrator, never touched.</summary>
    public static readonly SimulatedPerson BreakGlass = Make("", "", "en", null, "", "", null, "emergency1") with { IsFunctional = true, Mail = null };

    /// <summary>A shared mailbox.</summary>
    public static readonly SimulatedPerson SharedMailbox = Make("", "", "en", "GB", "Finance", "", null, "invoices") with { IsFunctional = true, AccountEnabled = false };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SimulatedPerson> All { get; } =
    [
        ChiefExecutive, SecurityApprover, SecondSecurityApprover, ThirdSecurityApprover, ItManager, SecondItManager, ServiceDeskLead,
        SecondServiceDeskLead, ApplicationOwner, SecondApplicationOwner, FinanceManager, AmyPoe, GermanRequester, SpanishRequester,
        FrenchRequester, GlobalAdministrator, PrivilegedThroughGroup, Synced, Disabled, WithoutManager, WithoutDevice, WithTwoDevices,
        WithoutUsageLocation, AtRisk, FirstNamesake, SecondNamesake, Guest, BreakGlass, SharedMailbox,
    ];

    private static SimulatedPerson Make(
        string given, string surname, string language, string? country, string department, string title, SimulatedPerson? manager, string? alias = null)
    {
        var address = $"{alias ?? $"{given}.{surname}".ToLowerInvariant()}@{Domain}";
        return new SimulatedPerson(StableId.Of($"user/{address}"), given, surname, address, address, language, country, department, title, manager?.Id);
    }
}
