using System.ClientModel;
using System.Text.Json;
using Azure.Identity;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Understanding;
using OpenAI.Chat;

namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>
/// Asks a deployment of Azure OpenAI, once per call, for an answer in a strict JSON schema. What is no clean answer is an abstention;
/// what is no answer is a <see cref="VendorException"/>.
/// </summary>
internal sealed class AzureOpenAITriageModel(
    AzureOpenAIChat chat, TriagePrompt prompt, ModelAnswerReader reader, ModelMetrics metrics, DependencyNotes notes, TimeProvider time) : ITriageModel
{
    /// <summary>Name of its probe in health. Only notes tell: there is no look that costs no tokens and proves anything.</summary>
    internal const string ProbeName = "model";

    /// <summary>What to change when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "Azure OpenAI denies access: give the app Cognitive Services OpenAI User, or check AzureOpenAI:ApiKey and AzureOpenAI:Deployment. Meanwhile the embedded classifier does triage, with less authority.",
        "Azure OpenAI does not answer: check AzureOpenAI:Endpoint, AzureOpenAI:Timeout and the resource's firewall. Meanwhile the embedded classifier does triage.",
        "Azure OpenAI is over its quota or has an error of its own: raise the tokens per minute of AzureOpenAI:Deployment. Meanwhile the embedded classifier does triage.");

    private const int MaxAnswerTokens = 400;

    /// <inheritdoc />
    public string Name => $"azure-openai:{chat.Options.Deployment}";

    /// <inheritdoc />
    public string Version => prompt.Version;

    /// <inheritdoc />
    public bool IsLanguageModel => true;

    /// <inheritdoc />
    public async Task<TriageAnswer> AskAsync(TriageRequest request, CancellationToken cancellation)
    {
        ChatMessage[] messages = [new SystemChatMessage(prompt.System), new UserChatMessage(TriagePrompt.Ticket(request))];
        using var call = new ModelCall(chat.Options, metrics, time);
        try
        {
            ChatCompletion completion = await chat.Client().CompleteChatAsync(messages, Form(), cancellation);
            call.Answered(completion);
            notes.Worked(ProbeName);
            return Read(completion);
        }
        catch (ClientResultException fault) when (fault.Status == 400 && AzureOpenAIError.Code(fault) is AzureOpenAIError.ContentFilter)
        {
            call.Failed(AzureOpenAIError.ContentFilter);
            return TriageAnswer.Abstain(AbstentionReasons.ContentFilter);
        }
        catch (ClientResultException fault) when (fault.Status == 400 && AzureOpenAIError.Code(fault) is AzureOpenAIError.TooLong)
        {
            call.Failed(AzureOpenAIError.TooLong);
            return TriageAnswer.Abstain(AbstentionReasons.Length);
        }
        catch (ClientResultException fault)
        {
            throw Told(call, AzureOpenAIError.Of(fault, time));
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw Told(call, AzureOpenAIError.Late(chat.Options.Timeout, fault));
        }
        catch (AuthenticationFailedException fault)
        {
            throw Told(call, AzureOpenAIError.NoToken(fault));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException or IndexOutOfRangeException or NullReferenceException)
        {
            call.Failed("malformed");
            // What the SDK itself throws over a body that is not a chat completion: no choices (a null reference inside it), an unknown finish reason, no JSON.
            return TriageAnswer.Abstain(AbstentionReasons.Malformed);
        }
    }

    private VendorException Told(ModelCall call, VendorException fault)
    {
        notes.Failed(ProbeName, fault, Advice);
        call.Failed(fault.Code);
        return fault;
    }

    private TriageAnswer Read(ChatCompletion completion)
    {
        if (!string.IsNullOrEmpty(completion.Refusal))
            return TriageAnswer.Abstain(AbstentionReasons.Refusal);
        return completion.FinishReason switch
        {
            ChatFinishReason.ContentFilter => TriageAnswer.Abstain(AbstentionReasons.ContentFilter),
            ChatFinishReason.Length => TriageAnswer.Abstain(AbstentionReasons.Length),
            ChatFinishReason.Stop => reader.Read(completion.Content.Count == 0 ? null : completion.Content[0].Text),
            _ => TriageAnswer.Abstain(AbstentionReasons.Malformed),
        };
    }

    private ChatCompletionOptions Form()
    {
        var form = new ChatCompletionOptions
        {
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                TriagePrompt.SchemaName, BinaryData.FromString(prompt.Schema), "What a ticket is about", jsonSchemaIsStrict: true),
        };
        if (chat.Options.ReasoningModel)
            return form;
        form.Temperature = 0f;
        form.MaxOutputTokenCount = MaxAnswerTokens;
        return form;
    }
}
