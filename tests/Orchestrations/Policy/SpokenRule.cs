using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Tests.Policy;

/// <summary>A rule that answers as it was told.</summary>
/// <param name="name">Its name.</param>
/// <param name="answer"><c>silent</c>, <c>allow</c>, <c>approve</c>, <c>refuse</c>, <c>throw</c>, <c>cancel</c> or <c>nonsense</c>.</param>
/// <param name="reason">The reason it gives.</param>
internal sealed class SpokenRule(string name, string answer, string reason = "Because.") : PolicyRule
{
    /// <summary>What is in its fault's message and must reach nobody.</summary>
    public const string Secret = "what-nobody-should-read";

    public override string Name => name;

    public string Answer => answer;

    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) => answer switch
    {
        "silent" => null,
        "allow" => new RuleFinding(name, VerdictOutcome.Allow, reason),
        "approve" => NeedsApproval(reason),
        "refuse" => Refuse(reason),
        "cancel" => throw new OperationCanceledException(Secret),
        "nonsense" => new RuleFinding(name, (VerdictOutcome)(-1), reason),
        _ => throw new InvalidOperationException(Secret),
    };
}
