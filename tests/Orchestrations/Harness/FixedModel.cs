using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>A model that answers what the test says.</summary>
public sealed class FixedModel(bool isLanguageModel) : ITriageModel
{
    public string Name => isLanguageModel ? "test-model" : "embedded";

    public string Version => "1";

    public bool IsLanguageModel => isLanguageModel;

    public Func<TriageRequest, TriageAnswer> Answer { get; set; } = _ => TriageAnswer.Abstain(AbstentionReasons.OutOfScope);

    public Task<TriageAnswer> AskAsync(TriageRequest request, CancellationToken cancellation) => Task.FromResult(Answer(request));
}
