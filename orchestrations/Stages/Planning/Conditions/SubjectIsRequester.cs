namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>subject.is-requester</c>: the person asks for themselves.</summary>
public sealed class SubjectIsRequester : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "subject.is-requester";

    /// <inheritdoc />
    public string Meaning => "the person asks for themselves";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Subject.Id == facts.Requester.Id ? ConditionOutcome.Yes : ConditionOutcome.No;
}
