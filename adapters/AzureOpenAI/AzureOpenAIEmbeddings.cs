using System.ClientModel;
using System.Text;
using System.Text.Json;
using Azure.Identity;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Health;
using OpenAI.Embeddings;

namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>Has vectors computed by an embedding deployment of Azure OpenAI, in calls of a bounded size. An answer that is not one whole vector for each text is a fault.</summary>
internal sealed class AzureOpenAIEmbeddings(AzureOpenAIChat chat, ModelMetrics metrics, DependencyNotes notes, TimeProvider time) : ITextEmbeddings
{
    /// <summary>Name of its probe in health.</summary>
    internal const string ProbeName = "embeddings";

    /// <summary>What to change when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "Azure OpenAI denies embeddings: give the app Cognitive Services OpenAI User, or check AzureOpenAI:ApiKey, AzureOpenAI:EmbeddingDeployment and AzureOpenAI:EmbeddingDimensions. Meanwhile articles are found by their words only.",
        "Azure OpenAI does not answer: check AzureOpenAI:Endpoint, AzureOpenAI:Timeout and the resource's firewall. Meanwhile articles are found by their words only.",
        "Azure OpenAI is over its quota or has an error of its own: raise the tokens per minute of AzureOpenAI:EmbeddingDeployment. Meanwhile articles are found by their words only.");

    // The service takes 2,048 texts of 8,191 tokens each. A token is at least one byte, so bytes bound it for every language.
    private const int MostTexts = 256;
    private const int MostBytesOfAText = 8_000;
    private const int MostBytes = 64_000;

    private readonly int? _dimensions = chat.Options.EmbeddingDimensions is > 0 and var asked ? asked : null;

    /// <inheritdoc />
    public string Id => $"azure-openai:{chat.Options.EmbeddingDeployment}:{chat.Options.EmbeddingDimensions}";

    /// <inheritdoc />
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        if (texts.Any(string.IsNullOrWhiteSpace))
            throw new VendorException(AzureOpenAIError.System, "empty", "A text without words has no vector.", isRetryable: false);
        var vectors = new List<float[]>(texts.Count);
        foreach (var batch in Batches(texts))
            vectors.AddRange(await AskAsync(batch, cancellation));
        return vectors.Select(static vector => vector.Length).Distinct().Count() <= 1 ? vectors : throw Malformed("vectors of different lengths");
    }

    private static IEnumerable<List<string>> Batches(IReadOnlyList<string> texts)
    {
        var (batch, bytes) = (new List<string>(), 0);
        foreach (var text in texts.Select(Cut))
        {
            var size = Encoding.UTF8.GetByteCount(text);
            if (batch.Count > 0 && (batch.Count >= MostTexts || bytes + size > MostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(text);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private static string Cut(string text)
    {
        var (bytes, length) = (0, 0);
        foreach (var letter in text.EnumerateRunes())
        {
            bytes += letter.Utf8SequenceLength;
            if (bytes > MostBytesOfAText)
                return text[..length];
            length += letter.Utf16SequenceLength;
        }

        return text;
    }

    private async Task<IReadOnlyList<float[]>> AskAsync(List<string> texts, CancellationToken cancellation)
    {
        using var call = new ModelCall(chat.Options, metrics, time, ModelCall.Embeddings, chat.Options.EmbeddingDeployment);
        try
        {
            OpenAIEmbeddingCollection answer = await chat.Embeddings().GenerateEmbeddingsAsync(texts, new EmbeddingGenerationOptions { Dimensions = _dimensions }, cancellation);
            call.Answered(answer);
            var vectors = Read(answer, texts.Count);
            notes.Worked(ProbeName);
            return vectors;
        }
        catch (ClientResultException fault)
        {
            throw Noted(call, AzureOpenAIError.OfEmbeddings(fault, time));
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw Noted(call, AzureOpenAIError.Late(chat.Options.Timeout, fault));
        }
        catch (OperationCanceledException)
        {
            call.Failed("cancelled");
            throw;
        }
        catch (AuthenticationFailedException fault)
        {
            throw Noted(call, AzureOpenAIError.NoToken(fault));
        }
        catch (VendorException fault)
        {
            throw Noted(call, fault);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException or IndexOutOfRangeException or NullReferenceException)
        {
            // What the SDK itself throws over a body that is not a list of vectors.
            throw Noted(call, Malformed("something that is not a list of vectors", fault));
        }
    }

    private float[][] Read(OpenAIEmbeddingCollection answer, int count)
    {
        if (answer.Count != count)
            throw Malformed(FormattableString.Invariant($"{answer.Count} vectors for {count} texts"));
        var vectors = new float[count][];
        foreach (var one in answer)
        {
            if (one.Index < 0 || one.Index >= count || vectors[one.Index] is not null)
                throw Malformed("vectors whose numbers are not those of the texts");
            var vector = one.ToFloats().ToArray();
            if (vector.Length == 0 || (_dimensions is { } asked && vector.Length != asked))
                throw Malformed(FormattableString.Invariant($"vectors of {vector.Length} numbers, not as AzureOpenAI:EmbeddingDimensions says"));
            if (!Array.TrueForAll(vector, float.IsFinite) || Array.TrueForAll(vector, static number => number == 0))
                throw Malformed("a vector that is zero or has a number that is not finite");
            vectors[one.Index] = vector;
        }

        return vectors;
    }

    private static VendorException Malformed(string what, Exception? inner = null) => new(
        AzureOpenAIError.System, "malformed", $"Azure OpenAI answered with {what}: AzureOpenAI:EmbeddingDeployment must be an embedding model.", isRetryable: false, inner: inner);

    private VendorException Noted(ModelCall call, VendorException fault)
    {
        notes.Failed(ProbeName, fault, Advice);
        call.Failed(fault.Code);
        return fault;
    }
}
