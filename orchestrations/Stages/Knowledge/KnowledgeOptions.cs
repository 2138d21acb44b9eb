using HelpDesk.Orchestrations.Domain.Knowledge;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Knowledge;

/// <summary>Settings of answers from knowledge, section <c>Knowledge</c>.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Knowledge";

    /// <summary>For how long the articles of a source are used when it cannot be read. Default 24 hours. 1 hour to 30 days.</summary>
    public TimeSpan TimeToLive { get; set; } = TimeSpan.FromHours(24);

    /// <summary>From how long before its end an answer says until when an article is valid. Default 45 days. 0 to 365 days.</summary>
    public TimeSpan ExpiresSoon { get; set; } = TimeSpan.FromDays(45);

    /// <summary>
    /// True: what solved a ticket without an article is drafted by itself. False: only when an operator asks for it on the page. Null = true where a place for
    /// drafts is set up. Default null.
    /// </summary>
    public bool? Drafts { get; set; }

    /// <summary>For how long a kind whose draft a person deleted is not drafted again. Default 180 days. 0 to 3,650 days.</summary>
    public TimeSpan DraftAgainAfter { get; set; } = TimeSpan.FromDays(180);

    /// <summary>
    /// How near to a question an article must be to count as found by meaning: the cosine of the angle between both. Default 0.35, for models of the kind of
    /// text-embedding-3; older ones put all texts near to each other and need about 0.78. 0.05 to 0.99.
    /// </summary>
    public double LeastNearness { get; set; } = 0.35;

    /// <summary>True when the setting of <see cref="Drafts"/> is neither true nor false.</summary>
    internal bool IsDraftsWrong { get; set; }
}

/// <summary>Checks <see cref="KnowledgeOptions"/> at start.</summary>
internal sealed class KnowledgeOptionsValidator(IEnumerable<IKnowledgeDrafts> writers) : IValidateOptions<KnowledgeOptions>
{
    public ValidateOptionsResult Validate(string? name, KnowledgeOptions options)
    {
        var faults = new List<string>();
        if (options.TimeToLive < TimeSpan.FromHours(1) || options.TimeToLive > TimeSpan.FromDays(30))
            faults.Add("Knowledge:TimeToLive must be 1 hour to 30 days.");
        if (options.ExpiresSoon < TimeSpan.Zero || options.ExpiresSoon > TimeSpan.FromDays(365))
            faults.Add("Knowledge:ExpiresSoon must be 0 to 365 days.");
        if (!(options.LeastNearness >= 0.05 && options.LeastNearness <= 0.99))
            faults.Add("Knowledge:LeastNearness must be 0.05 to 0.99.");
        if (options.IsDraftsWrong)
            faults.Add("Knowledge:Drafts must be true or false.");
        if (options.Drafts == true && !writers.Any())
            faults.Add("Knowledge:Drafts is true, and there is no place for drafts: set Confluence:Drafts:Space or MediaWiki:Drafts:Namespace, or set Knowledge:Drafts to false.");
        if (options.DraftAgainAfter < TimeSpan.Zero || options.DraftAgainAfter > TimeSpan.FromDays(3_650))
            faults.Add("Knowledge:DraftAgainAfter must be 0 to 3650 days.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
