using System.Globalization;
using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>Answers with one object or a page of a list: filter, selection, counting and links as OData has them.</summary>
internal static class Collections
{
    private const int DefaultPage = 100;

    /// <summary>A page of a list.</summary>
    public static GraphAnswer Page(GraphRequest request, IEnumerable<JsonObject> items)
    {
        var all = items;
        if (request.Query.GetValueOrDefault("$filter") is { } text)
        {
            if (ODataFilter.Parse(text) is not { } filter)
                return GraphAnswer.BadRequest("Invalid filter clause: the expression is not simulated or is not valid.");
            all = all.Where(filter);
        }

        var list = all.ToList();
        var size = request.Query.TryGetValue("$top", out var top) ? int.Parse(top, CultureInfo.InvariantCulture) : DefaultPage;
        var from = 0;
        if (request.Query.TryGetValue("$skiptoken", out var token) && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out from))
            return GraphAnswer.BadRequest("The $skiptoken is not valid.");
        var body = new JsonObject { ["@odata.context"] = $"{request.Root}/$metadata#{request.Path.TrimStart('/')}" };
        if (request.Query.GetValueOrDefault("$count") == "true")
            body["@odata.count"] = list.Count;
        if (from + size < list.Count)
            body["@odata.nextLink"] = Next(request, from + size);
        body["value"] = new JsonArray([.. list.Skip(from).Take(size).Select(item => Selected(request, item))]);
        return new GraphAnswer(200, body);
    }

    /// <summary>One object.</summary>
    public static GraphAnswer One(GraphRequest request, JsonObject item)
    {
        var selected = Selected(request, item);
        selected.Insert(0, "@odata.context", $"{request.Root}/$metadata#{request.Path.TrimStart('/')}/$entity");
        return new GraphAnswer(200, selected);
    }

    /// <summary>What was selected of an object, without what is ours.</summary>
    private static JsonObject Selected(GraphRequest request, JsonObject item)
    {
        var wanted = request.Query.GetValueOrDefault("$select")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var shown = new JsonObject();
        foreach (var (name, value) in item)
        {
            if (!name.StartsWith('_') && (wanted is null || wanted.Contains(name) || name is "id" or "@odata.type"))
                shown[name] = name == "deviceActionResults" ? Actions(value!.AsArray()) : value?.DeepClone();
        }

        return shown;
    }

    private static JsonArray Actions(JsonArray actions)
    {
        var shown = actions.DeepClone().AsArray();
        foreach (var action in shown.Select(action => action!.AsObject()))
        {
            foreach (var ours in action.Where(part => part.Key.StartsWith('_')).Select(part => part.Key).ToList())
                action.Remove(ours);
        }

        return shown;
    }

    private static string Next(GraphRequest request, int from)
    {
        var options = request.Query.Where(option => option.Key != "$skiptoken").Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}");
        return $"{request.Root}{request.Path}?{string.Join('&', options.Append(string.Create(CultureInfo.InvariantCulture, $"$skiptoken={from}")))}";
    }
}
