namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>What the product knows of itself. Section <c>HelpDesk</c>.</summary>
public sealed class HelpDeskOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "HelpDesk";

    /// <summary>Where people reach the pages: <c>https://helpdesk.example.com</c>. Setting <c>HelpDesk:PublicUrl</c>. No default.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Key of the links in ticket comments, Base64, at least 32 bytes. Setting <c>HelpDesk:LinkKey</c>. No default.</summary>
    public string LinkKey { get; set; } = "";

    /// <summary>How long a pass, password, key or passcode waits to be collected. Default 8 hours: a working day. 15 minutes to 7 days. Setting <c>HelpDesk:CollectWithin</c>.</summary>
    public TimeSpan CollectWithin { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long a shown pass is valid. Default 1 hour, the shortest that tenants usually allow. 10 minutes to 30 days. Setting <c>HelpDesk:PassLifetime</c>.</summary>
    public TimeSpan PassLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Name of the approver group whose members may hand a secret over after checking an identity. Default <c>service-desk</c>. Setting <c>HelpDesk:HandOverGroup</c>.</summary>
    public string HandOverGroup { get; set; } = "service-desk";

    /// <summary>Language of what technicians read about a ticket: <c>en</c>, <c>de</c>, <c>es</c> or <c>fr</c>. Default <c>en</c>. Setting <c>HelpDesk:TechnicianLanguage</c>.</summary>
    public string TechnicianLanguage { get; set; } = "en";

    /// <summary>The address of a page.</summary>
    public Uri Page(string path) => new(PublicUrl!, path);
}
