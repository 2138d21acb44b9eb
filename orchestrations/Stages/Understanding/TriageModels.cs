using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>
/// Decides whom to ask. The language model first, when one is configured; the embedded classifier when that one fails or gives
/// no usable answer. Each is asked once: repeating is the workflow's business.
/// </summary>
public sealed class TriageModels(
    IEnumerable<ITriageModel> models, AnswerCheck check, IOptions<TriageOptions> options, TimeProvider time, ILogger<TriageModels> logger)
{
    private readonly ITriageModel? _language = models.FirstOrDefault(model => model.IsLanguageModel);
    private readonly ITriageModel? _embedded = models.FirstOrDefault(model => !model.IsLanguageModel);

    /// <summary>Asks until one answers.</summary>
    /// <exception cref="VendorException">No model could be reached.</exception>
    public async Task<ModelVerdict> AskAsync(TriageRequest request, CancellationToken cancellation)
    {
        if (_language is null)
            return Verdict(await AskAsync(_embedded ?? throw NoModel(), request, cancellation), _embedded, null);

        VendorException? fault = null;
        TriageAnswer? abstention = null;
        try
        {
            var answer = await AskAsync(_language, request, cancellation);
            if (answer.Abstained is not { } reason || !AbstentionReasons.AllowsFallBack(reason))
                return Verdict(answer, _language, null);
            abstention = answer;
        }
        catch (VendorException caught)
        {
            fault = caught;
        }

        var why = fault?.Code ?? abstention!.Abstained!;
        logger.FellBack(request.CaseId, _language.Name, why);
        if (_embedded is null)
            return abstention is not null ? Verdict(abstention, _language, null) : throw fault!;
        try
        {
            return Verdict(await AskAsync(_embedded, request, cancellation), _embedded, why);
        }
        catch (VendorException second) when (abstention is not null)
        {
            logger.NotAvailable(request.CaseId, _embedded.Name, second.Code);
            return Verdict(abstention, _language, null);
        }
    }

    private static ModelVerdict Verdict(TriageAnswer answer, ITriageModel model, string? fellBack) =>
        new(answer, model.Name, model.Version, model.IsLanguageModel, fellBack);

    private static VendorException NoModel() => new(
        "triage", "unconfigured", "No triage model is registered: set AzureOpenAI:Endpoint and AzureOpenAI:Deployment, or keep the embedded classifier.", isRetryable: false);

    private async Task<TriageAnswer> AskAsync(ITriageModel model, TriageRequest request, CancellationToken cancellation)
    {
        var patience = options.Value.ModelTimeout;
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            // Waited for, not only cancelled: a model that does not heed its token must not hold the case.
            var answer = await model.AskAsync(request, either.Token).WaitAsync(either.Token);
            return check.Check(answer, request);
        }
        catch (OperationCanceledException inner) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new VendorException(
                "triage", "timeout", $"The model '{model.Name}' did not answer within {patience} ({TriageOptions.ModelTimeoutSetting}).", isRetryable: true, inner: inner);
        }
    }
}
