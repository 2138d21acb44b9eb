namespace HelpDesk.Simulator.Pages.Layout;

/// <summary>The fields of a posted form.</summary>
internal static class PageForm
{
    /// <summary>The form of a request; null when the request has none that can be read.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>A field without outer white space and with plain line ends; empty when it is not there.</summary>
    public static string Text(this IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();
}
