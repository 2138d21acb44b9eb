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
}

/// <summary>Checks <see cref="KnowledgeOptions"/> at start.</summary>
internal sealed class KnowledgeOptionsValidator : IValidateOptions<KnowledgeOptions>
{
    public ValidateOptionsResult Validate(string? name, KnowledgeOptions options)
    {
        var faults = new List<string>();
        if (options.TimeToLive < TimeSpan.FromHours(1) || options.TimeToLive > TimeSpan.FromDays(30))
            faults.Add("Knowledge:TimeToLive must be 1 hour to 30 days.");
        if (options.ExpiresSoon < TimeSpan.Zero || options.ExpiresSoon > TimeSpan.FromDays(365))
            faults.Add("Knowledge:ExpiresSoon must be 0 to 365 days.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
