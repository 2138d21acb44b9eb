namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>Marks a request that was sent in a batch: what failed in a batch without being done may be sent again.</summary>
internal static class BatchMark
{
    private static readonly HttpRequestOptionsKey<bool> Key = new("batch");

    /// <summary>True when the last attempt of the request was in a batch.</summary>
    public static bool Has(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var has) && has;

    /// <summary>Sets or clears the mark.</summary>
    public static void Set(HttpRequestMessage request, bool isInBatch) => request.Options.Set(Key, isInBatch);
}
