using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Pages.Layout;

/// <summary>Reads properties of Graph objects.</summary>
internal static class JsonReading
{
    /// <summary>A text; null when the object has none of that name.</summary>
    public static string? Text(this JsonObject item, string name) => (string?)item[name];

    /// <summary>True when the property is there and true.</summary>
    public static bool Is(this JsonObject item, string name) => (bool?)item[name] == true;
}
