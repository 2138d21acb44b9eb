using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace HelpDesk.Adapters.Graph.Batches;

/// <summary>Writes a batch as Graph wants it (contracts: graph-throttling): ids are the places in the list, counted from 1.</summary>
internal static class BatchMessage
{
    // What a request in a batch has to say itself.
    private static readonly string[] Inner = ["client-request-id", "x-ms-throttle-priority", "ConsistencyLevel", "If-Match", "Prefer"];

    /// <summary>The request that carries all of them, as the one who sends the first: all have the same token.</summary>
    public static HttpRequestMessage Of(IReadOnlyList<BatchItem> items, string root)
    {
        var first = items[0].Request;
        var message = new HttpRequestMessage(HttpMethod.Post, $"{root}/$batch") { Content = new ByteArrayContent(Body(items)) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Authorization = first.Headers.Authorization;
        foreach (var agent in first.Headers.UserAgent)
            message.Headers.UserAgent.Add(agent);
        message.Headers.Add("client-request-id", Guid.NewGuid().ToString());
        message.Headers.Add("x-ms-throttle-priority", "Low");
        return message;
    }

    private static byte[] Body(IReadOnlyList<BatchItem> items)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteStartArray("requests");
            for (var place = 0; place < items.Count; place++)
                Write(json, items[place], place + 1);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return text.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, BatchItem item, int id)
    {
        json.WriteStartObject();
        json.WriteString("id", id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("method", item.Request.Method.Method);
        json.WriteString("url", item.Url);
        json.WriteStartObject("headers");
        foreach (var name in Inner)
        {
            if (item.Request.Headers.TryGetValues(name, out var values))
                json.WriteString(name, string.Join(", ", values));
        }

        if (item.Body is not null)
            json.WriteString("Content-Type", "application/json");
        json.WriteEndObject();
        if (item.Body is not null)
        {
            json.WritePropertyName("body");
            json.WriteRawValue(item.Body);
        }

        json.WriteEndObject();
    }
}
