namespace HelpDesk.Adapters.Graph;

/// <summary>How Microsoft Graph is reached. Section <c>Graph</c>.</summary>
public sealed class GraphOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Graph";

    /// <summary>What <see cref="Instances"/> may be at most.</summary>
    public const int MostInstances = 100;

    /// <summary>Setting <c>Graph:BaseUrl</c>: service root with version. Default https://graph.microsoft.com/v1.0; plain http only on this machine.</summary>
    public Uri BaseUrl { get; set; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>Setting <c>Graph:TenantId</c>: Entra tenant, needed with <see cref="ClientSecret"/>.</summary>
    public string? TenantId { get; set; }

    /// <summary>Setting <c>Graph:ClientId</c>: app registration, needed with <see cref="ClientSecret"/>; without a secret, the user-assigned managed identity.</summary>
    public string? ClientId { get; set; }

    /// <summary>Setting <c>Graph:ClientSecret</c>. Default none: the managed identity or the developer's own sign-in is used.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Settings <c>Graph:Identities:...</c>: own identities for what changes things. Default none: one does all.</summary>
    public GraphIdentityOptions Identities { get; set; } = new();

    /// <summary>Setting <c>Graph:Timeout</c>: longest one call may take, 1 second to 5 minutes. Default 30 s, chosen because reads answer within a few.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Setting <c>Graph:TenantSize</c>: Small (fewer than 50 users), Medium (to 500) or Large; Graph's limits depend on it. Default Small, which is safe for all.</summary>
    public TenantSize TenantSize { get; set; } = TenantSize.Small;

    /// <summary>
    /// Setting <c>Graph:LimitShare</c>: how much of Graph's limits we use, above 0 to 1. Default 0.95: most limits are this app's alone, and
    /// the rest is for requests that meet on their way. Of limits that all apps of the tenant share, four fifths of it.
    /// </summary>
    public double LimitShare { get; set; } = 0.95;

    /// <summary>
    /// Setting <c>Graph:Instances</c>: how many processes of this app there may be at once. While the record store can be reached, those that use
    /// Graph divide its limits by how many they are; this number counts at the start and while the store is away. 1 to 100, default 1.
    /// </summary>
    public int Instances { get; set; } = 1;

    /// <summary>Setting <c>Graph:LongestWait</c>: how long a call waits for its turn under the limits before it leaves to come back later. 0 to 1 minute. Default 10 s, chosen so that no slot of an activity is held for long.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Setting <c>Graph:BulkRequestsPerSecond</c>: how many requests of a class bulk work sends a second at most, however much of the limit is
    /// unused. 1 to 10,000. Default 1,000, chosen because single tickets then keep their pace on two cores (docs/benchmarks.md).
    /// </summary>
    public int BulkRequestsPerSecond { get; set; } = 1_000;

    /// <summary>
    /// Setting <c>Graph:UseBetaEndpoints</c>: lets what needs Graph's beta endpoints into the catalogue (rotation of BitLocker keys and of local
    /// administrator passwords) and lets decisions of Intune's Multi-Admin Approval be seen. Microsoft may change these without notice. Default false.
    /// </summary>
    public bool UseBetaEndpoints { get; set; }

    /// <summary>
    /// Setting <c>Graph:NoticeMailbox</c>: user principal name of the mailbox from which people are written to outside their ticket (docs/identity-proof.md).
    /// Needs <c>Mail.Send</c>, limited to this mailbox by an application access policy of Exchange. Default none: no mail is sent.
    /// </summary>
    public string NoticeMailbox { get; set; } = "";

    /// <summary>
    /// Setting <c>Graph:IntakeMailbox</c>: address of the mailbox to which people write for help (docs/mail.md). Needs <c>Mail.Read</c> and <c>Mail.Send</c>, limited to
    /// this mailbox by Exchange's role-based access for applications. Default none: no mailbox is read.
    /// </summary>
    public string IntakeMailbox { get; set; } = "";

    /// <summary>Setting <c>Graph:IntakeDomains</c>: domains whose authenticated mail counts as its sender's. Default: the domain of the mailbox.</summary>
    public IList<string> IntakeDomains { get; } = [];

    /// <summary>
    /// Setting <c>Graph:IntakeClientState</c>: the secret of the subscription that notifies of new mail at once. Default none: the mailbox is read every 30
    /// seconds on one machine and every 5 minutes on Azure.
    /// </summary>
    public string IntakeClientState { get; set; } = "";

    /// <summary>The scope that asks for all application permissions of this Graph.</summary>
    internal string Scope => BaseUrl.IsLoopback ? "https://graph.microsoft.com/.default" : $"{BaseUrl.GetLeftPart(UriPartial.Authority)}/.default";

    /// <summary>The service root without a slash at its end.</summary>
    internal string Root => BaseUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>The same of the beta version. Used in the folder <c>Beta</c> alone.</summary>
    internal string BetaRoot => $"{Root[..Root.LastIndexOf('/')]}/beta";
}
