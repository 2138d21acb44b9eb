using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("HelpDesk.Engine.Tests")]
