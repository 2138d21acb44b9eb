namespace HelpDesk.Adapters.ServiceNow;

/// <summary>Decides whether a text is a sys_id. Anything else never gets into a path or a query.</summary>
internal static class ServiceNowId
{
    private const int Length = 32;

    /// <summary>True for 32 hexadecimal digits.</summary>
    public static bool IsValid(string? text) => text is { Length: Length } && text.All(char.IsAsciiHexDigit);
}
