using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

/// <summary>A model that knows three things, in two languages each.</summary>
public sealed class FakeEmbeddings(string id = "model:4") : ITextEmbeddings
{
    private static readonly string[][] Things = [["bicycle", "fahrrad"], ["locker", "spind"], ["tunnel", "vpn"]];

    public string Id => id;

    /// <summary>All texts that got a vector.</summary>
    public ConcurrentQueue<string> Given { get; } = new();

    /// <summary>Called with the texts of each call.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task> Before { get; set; } = static (_, _) => Task.CompletedTask;

    public static VendorException Away => new("embeddings", "unreachable", "The model does not answer: check Model:Address.", isRetryable: true);

    public static VendorException Refused => new("embeddings", "400", "The model refuses it: check Model:Name.", isRetryable: false);

    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        await Before(texts, cancellation);
        foreach (var text in texts)
            Given.Enqueue(text);
        return [.. texts.Select(static text => new[] { Of(text, 0), Of(text, 1), Of(text, 2), 0.1f })];
    }

    private static float Of(string text, int thing) => Things[thing].Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
}
