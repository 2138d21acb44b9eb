using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Confluence;

/// <summary>Settings of Confluence Cloud, section <c>Confluence</c>. No section = no Confluence.</summary>
public sealed class ConfluenceOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Confluence";

    /// <summary>Address of the site, without <c>/wiki</c>: <c>https://example.atlassian.net</c>. Required.</summary>
    public string SiteUrl { get; set; } = "";

    /// <summary>Mail address of the service account. Required.</summary>
    public string Email { get; set; } = "";

    /// <summary>Its API token. A secret. Required.</summary>
    public string ApiToken { get; set; } = "";

    /// <summary>Keys of the spaces that are read. At least one.</summary>
    public IList<string> Spaces { get; } = [];

    /// <summary>Those of them that only service desk and technicians may read, whatever Confluence allows. Default none.</summary>
    public IList<string> StaffSpaces { get; } = [];

    /// <summary>Where drafts of articles are written, section <c>Confluence:Drafts</c>.</summary>
    public ConfluenceDraftOptions Drafts { get; } = new();

    /// <summary>How often all ids are listed, to find pages that were deleted or archived. Default 15 min. 1 min to 1 day.</summary>
    public TimeSpan FullListEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Time-out of one call. Default 30 s. 1 s to 5 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>Settings of drafts in Confluence.</summary>
public sealed class ConfluenceDraftOptions
{
    /// <summary>Key of the space in which drafts are written. Only drafts: nothing is published. Default none: no drafts.</summary>
    public string Space { get; set; } = "";

    /// <summary>Id of the page below which they are, digits. Default none: below the start page of the space.</summary>
    public string ParentId { get; set; } = "";
}

/// <summary>Checks <see cref="ConfluenceOptions"/> at start. No verdict repeats a secret.</summary>
internal sealed class ConfluenceOptionsValidator : IValidateOptions<ConfluenceOptions>
{
    public ValidateOptionsResult Validate(string? name, ConfluenceOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("Confluence:SiteUrl", options.SiteUrl) is { } fault)
            faults.Add(fault);
        else if (new Uri(options.SiteUrl).AbsolutePath.TrimEnd('/').EndsWith("/wiki", StringComparison.OrdinalIgnoreCase))
            faults.Add("Confluence:SiteUrl must be the site without /wiki.");
        if (!options.Email.Contains('@', StringComparison.Ordinal))
            faults.Add("Confluence:Email must be the mail address of the service account.");
        if (options.ApiToken.Length == 0)
            faults.Add("Confluence:ApiToken is missing: an API token of the service account.");
        if (options.Spaces.Count == 0 || !options.Spaces.All(IsKey))
            faults.Add("Confluence:Spaces must be the keys of at least one space (letters, digits, ~).");
        if (!options.StaffSpaces.All(staff => options.Spaces.Contains(staff, StringComparer.OrdinalIgnoreCase)))
            faults.Add("Confluence:StaffSpaces must be some of Confluence:Spaces.");
        if (options.Drafts.Space.Length > 0 && !IsKey(options.Drafts.Space))
            faults.Add("Confluence:Drafts:Space must be the key of one space (letters, digits, ~).");
        if (options.Drafts.ParentId.Length > 0 && (options.Drafts.Space.Length == 0 || !options.Drafts.ParentId.All(char.IsAsciiDigit)))
            faults.Add("Confluence:Drafts:ParentId must be the id of a page (digits), with Confluence:Drafts:Space.");
        if (options.FullListEvery < TimeSpan.FromMinutes(1) || options.FullListEvery > TimeSpan.FromDays(1))
            faults.Add("Confluence:FullListEvery must be 1 minute to 1 day.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(5))
            faults.Add("Confluence:Timeout must be 1 second to 5 minutes.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsKey(string key) => key.Length is > 0 and <= 255 && key.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '~' or '_' or '-');
}
