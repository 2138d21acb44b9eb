namespace HelpDesk.Simulator.Knowledge;

/// <summary>A page of simulated MediaWiki.</summary>
/// <param name="Id">Number.</param>
/// <param name="Namespace">Number of its namespace.</param>
/// <param name="Title">Title with the name of its namespace.</param>
/// <param name="Revisions">Its revisions, oldest first.</param>
public sealed record WikiPage(int Id, int Namespace, string Title, IReadOnlyList<WikiRevision> Revisions)
{
    /// <summary>True when it was deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Id of the approved revision (FlaggedRevs); null when none is.</summary>
    public int? Approved { get; init; }

    /// <summary>Language of the page, as the wiki says it.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The latest revision.</summary>
    public WikiRevision Latest => Revisions[^1];

    /// <summary>True when it only sends its readers on.</summary>
    public bool IsRedirect => Latest.Text.TrimStart().StartsWith("#REDIRECT", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A revision of a page.</summary>
/// <param name="Id">Number, over all pages.</param>
/// <param name="Text">Wikitext.</param>
/// <param name="User">Who saved it.</param>
/// <param name="Comment">What they wrote about it.</param>
/// <param name="At">When.</param>
public sealed record WikiRevision(int Id, string Text, string User, string Comment, DateTimeOffset At);

/// <summary>An entry of the recent changes.</summary>
/// <param name="Id">Number.</param>
/// <param name="Type"><c>new</c>, <c>edit</c> or <c>log</c>.</param>
/// <param name="Log">Type of the log: <c>delete</c>, <c>review</c>; null for edits.</param>
/// <param name="PageId">Id of the page; 0 after a deletion.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Title">Its title.</param>
/// <param name="At">When.</param>
public sealed record WikiChange(int Id, string Type, string? Log, int PageId, int Namespace, string Title, DateTimeOffset At);

/// <summary>What the simulated MediaWiki does otherwise than usual.</summary>
public sealed record WikiSwitches
{
    /// <summary>True: nothing can be written.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Seconds by which its databases lag; calls with a smaller maxlag are refused.</summary>
    public int Lag { get; init; }

    /// <summary>True: an edit is answered with a captcha.</summary>
    public bool AsksCaptcha { get; init; }

    /// <summary>True: every edit is over the limit.</summary>
    public bool IsRateLimited { get; init; }

    /// <summary>Most bytes of a page, as $wgMaxArticleSize. Default 2 MB.</summary>
    public int LargestPage { get; init; } = 2 * 1024 * 1024;

    /// <summary>What a person does to a page right before our next edit of it; null when nobody is there. Done once.</summary>
    public WikiPageChange? BeforeNextEdit { get; init; }

    /// <summary>Number of a namespace whose pages the account may not read; null = none.</summary>
    public int? HiddenNamespace { get; init; }

    /// <summary>True: the account may not read.</summary>
    public bool DeniesReading { get; init; }

    /// <summary>True: the account may not write.</summary>
    public bool DeniesWriting { get; init; }
}

/// <summary>What a person does to a page; null leaves it.</summary>
/// <param name="Text">Its wikitext: a new revision.</param>
/// <param name="User">Who.</param>
/// <param name="IsDeleted">True deletes it.</param>
/// <param name="Approve">True approves the latest revision, false takes the approval away.</param>
/// <param name="Language">Its language.</param>
/// <param name="MovedTo">Its new title; the old one sends its readers on.</param>
public sealed record WikiPageChange(string? Text, string? User, bool? IsDeleted, bool? Approve, string? Language, string? MovedTo = null);
