using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>A model that answers what a test wants.</summary>
internal sealed class FakeModel(string name, bool isLanguageModel, Func<TriageRequest, CancellationToken, Task<TriageAnswer>> answer) : ITriageModel
{
    public List<TriageRequest> Asked { get; } = [];

    public string Name => name;

    public string Version => "v1";

    public bool IsLanguageModel => isLanguageModel;

    public static FakeModel Language(TriageAnswer answer) => new("azure-openai:test", true, (_, _) => Task.FromResult(answer));

    public static FakeModel Embedded(TriageAnswer answer) => new("embedded", false, (_, _) => Task.FromResult(answer));

    public static FakeModel Down(string name, bool isLanguageModel, string code = "503") =>
        new(name, isLanguageModel, (_, _) => Task.FromException<TriageAnswer>(new VendorException(name, code, "Down.", isRetryable: true)));

    public Task<TriageAnswer> AskAsync(TriageRequest request, CancellationToken cancellation)
    {
        Asked.Add(request);
        return answer(request, cancellation);
    }
}
