using System.ClientModel;
using System.Text.Json;
using Azure.Identity;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Health;
using OpenAI.Chat;

namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>Words an answer from passages with a deployment of Azure OpenAI, in a strict JSON schema that forces citations. What is no clean answer is a fault: the passage itself is then given.</summary>
internal sealed class AzureOpenAIAnswerModel(AzureOpenAIChat chat, ModelMetrics metrics, DependencyNotes notes, TimeProvider time) : IAnswerModel
{
    private const int MaxAnswerTokens = 1_200;

    /// <inheritdoc />
    public string Id => $"azure-openai:{chat.Options.Deployment}";

    /// <inheritdoc />
    public async Task<ProposedAnswer> AnswerAsync(AnswerRequest request, CancellationToken cancellation)
    {
        ChatMessage[] messages = [new SystemChatMessage(AnswerPrompt.System), new UserChatMessage(AnswerPrompt.User(request))];
        using var call = new ModelCall(chat.Options, metrics, time);
        try
        {
            ChatCompletion completion = await chat.Client().CompleteChatAsync(messages, Form(), cancellation);
            call.Answered(completion);
            notes.Worked(AzureOpenAITriageModel.ProbeName);
            if (completion.FinishReason == ChatFinishReason.Stop && string.IsNullOrEmpty(completion.Refusal) && completion.Content.Count > 0 && AnswerPrompt.Read(completion.Content[0].Text) is { } answer)
                return answer;
            call.Failed("no-answer");
            throw new VendorException(AzureOpenAIError.System, "no-answer", "Azure OpenAI gave no answer in the schema: it refused, was cut off, or was stopped by the content filter.", isRetryable: false);
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
            // What the SDK itself throws over a body that is not a chat completion.
            call.Failed("malformed");
            throw new VendorException(AzureOpenAIError.System, "malformed", "Azure OpenAI answered with something that is not a chat completion.", isRetryable: false, inner: fault);
        }
    }

    private VendorException Told(ModelCall call, VendorException fault)
    {
        // What the content filter stops is no failure of the service.
        if (fault.Code is not (AzureOpenAIError.ContentFilter or AzureOpenAIError.TooLong))
            notes.Failed(AzureOpenAITriageModel.ProbeName, fault, AzureOpenAITriageModel.Advice);
        call.Failed(fault.Code);
        return fault;
    }

    private ChatCompletionOptions Form()
    {
        var form = new ChatCompletionOptions
        {
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("knowledge_answer", BinaryData.FromString(AnswerPrompt.Schema), "An answer with its citations", jsonSchemaIsStrict: true),
        };
        if (chat.Options.ReasoningModel)
            return form;
        form.Temperature = 0f;
        form.MaxOutputTokenCount = MaxAnswerTokens;
        return form;
    }
}
