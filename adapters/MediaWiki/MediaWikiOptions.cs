using System.Globalization;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>Settings of MediaWiki, section <c>MediaWiki</c>. No section = no MediaWiki.</summary>
public sealed class MediaWikiOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "MediaWiki";

    /// <summary>Address of the Action API: <c>https://wiki.example.com/w/api.php</c>. Required.</summary>
    public string ApiUrl { get; set; } = "";

    /// <summary>Address of a page without its title: <c>https://wiki.example.com/wiki/</c>. Required.</summary>
    public string PageUrl { get; set; } = "";

    /// <summary>Name of a bot password, <c>User@bot</c> (Special:BotPasswords). Required unless there is an access token.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The bot password. A secret.</summary>
    public string Password { get; set; } = "";

    /// <summary>Owner-only access token of OAuth 2, instead of user name and password. A secret. Default none.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>Numbers of the namespaces that are read. Default 0, the articles.</summary>
    public IList<string> Namespaces { get; } = [];

    /// <summary>Those of them that only service desk and technicians may read. Default none.</summary>
    public IList<string> StaffNamespaces { get; } = [];

    /// <summary>True when the whole wiki is for service desk and technicians only. Default false: every employee may read it.</summary>
    public bool IsStaffOnly { get; set; }

    /// <summary>True when only approved revisions are used (FlaggedRevs): a page without one is not used. Default false.</summary>
    public bool OnlyApproved { get; set; }

    /// <summary>Where drafts of articles are written, section <c>MediaWiki:Drafts</c>.</summary>
    public MediaWikiDraftOptions Drafts { get; } = new();

    /// <summary>How often all ids are listed, to find deleted pages. Default 15 min. 1 min to 1 day.</summary>
    public TimeSpan FullListEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Time-out of one call. Default 30 s. 1 s to 5 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The namespaces that are read.</summary>
    internal IReadOnlyList<int> Read => Namespaces.Count == 0 ? [0] : [.. Numbers(Namespaces).Distinct().Order()];

    /// <summary>Those of them that are for service desk and technicians only.</summary>
    internal IReadOnlyList<int> Staff => [.. Numbers(StaffNamespaces)];

    /// <summary>Number of the namespace of drafts; -1 when there is none, or the text is no number.</summary>
    internal int DraftNamespace => Numbers([Drafts.Namespace]).First();

    /// <summary>The numbers of a setting; a text that is none is -1.</summary>
    internal static IEnumerable<int> Numbers(IEnumerable<string> texts) => texts.Select(static text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1);
}

/// <summary>Settings of drafts in MediaWiki.</summary>
public sealed class MediaWikiDraftOptions
{
    /// <summary>Number of the namespace in which drafts are written; none of those that are read. Default none: no drafts.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>Name of that namespace, as titles begin with it. Default <c>Draft</c>.</summary>
    public string Prefix { get; set; } = "Draft";
}

/// <summary>Checks <see cref="MediaWikiOptions"/> at start. No verdict repeats a secret.</summary>
internal sealed class MediaWikiOptionsValidator : IValidateOptions<MediaWikiOptions>
{
    public ValidateOptionsResult Validate(string? name, MediaWikiOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("MediaWiki:ApiUrl", options.ApiUrl) is { } api)
            faults.Add(api);
        if (Endpoint.Fault("MediaWiki:PageUrl", options.PageUrl) is { } page)
            faults.Add(page);
        if (options.AccessToken.Length == 0 && (!options.UserName.Contains('@', StringComparison.Ordinal) || options.Password.Length == 0))
            faults.Add("MediaWiki:UserName and MediaWiki:Password must be a bot password (User@bot), or MediaWiki:AccessToken an owner-only token.");
        if (options.Read.Any(static number => number < 0 || number % 2 != 0))
            faults.Add("MediaWiki:Namespaces must be even numbers from 0: odd ones are talk pages.");
        if (!options.Staff.All(options.Read.Contains))
            faults.Add("MediaWiki:StaffNamespaces must be some of MediaWiki:Namespaces.");
        if (options.Drafts.Namespace.Length > 0 && (options.DraftNamespace <= 0 || options.DraftNamespace % 2 != 0 || options.Read.Contains(options.DraftNamespace)))
            faults.Add("MediaWiki:Drafts:Namespace must be the even number of a namespace that is not among MediaWiki:Namespaces: what no one has reviewed must answer no one.");
        if (options.Drafts.Namespace.Length > 0 && (options.Drafts.Prefix.Length is 0 or > 50 || !options.Drafts.Prefix.All(static letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')))
            faults.Add("MediaWiki:Drafts:Prefix must be the name of the namespace of MediaWiki:Drafts:Namespace, such as Draft.");
        if (options.FullListEvery < TimeSpan.FromMinutes(1) || options.FullListEvery > TimeSpan.FromDays(1))
            faults.Add("MediaWiki:FullListEvery must be 1 minute to 1 day.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(5))
            faults.Add("MediaWiki:Timeout must be 1 second to 5 minutes.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
