using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("HelpDesk.Functions.Tests")]
